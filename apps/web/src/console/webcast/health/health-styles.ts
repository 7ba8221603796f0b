import { css } from 'lit';

export const healthStyles = css`
  :host {
    display: block;
    container: health / inline-size;
  }

  .readings {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 14px;
    list-style: none;
  }

  .reading {
    display: grid;
    grid-template-rows: auto auto 1fr;
    min-inline-size: 0;
    min-block-size: 140px;
    padding: 14px 16px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
    overflow: hidden;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 24px;
  }

  h3 {
    min-inline-size: 0;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
    color: var(--text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .number {
    margin-block-start: 4px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    font-variant-numeric: tabular-nums;
  }

  .number strong {
    font-size: 25px;
    line-height: 34px;
    font-weight: 600;
    letter-spacing: -0.02em;
  }

  .number span {
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  .line {
    align-self: end;
    inline-size: 100%;
    block-size: 38px;
    margin-block-start: 6px;
  }

  /* The stroke keeps its width however far the drawing is stretched. */
  .line path {
    fill: none;
    stroke: var(--action);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .line.warn path {
    stroke: var(--warn);
  }

  .all-advice {
    display: grid;
    gap: 10px;
  }

  .all-advice:not(:empty) {
    margin-block-start: 14px;
  }

  .advice {
    display: grid;
    grid-template-columns: minmax(120px, 3fr) minmax(0, 10fr);
    gap: 4px 24px;
    padding: 14px 18px;
    border-radius: 10px;
    background: var(--warn-soft);
    color: var(--warn);
    text-wrap: pretty;
  }

  .advice strong {
    font-weight: 600;
  }

  @container health (width < 560px) {
    .readings {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px;
    }

    .reading {
      min-block-size: 124px;
      padding: 12px 12px 10px;
    }

    .number strong {
      font-size: 22px;
    }

    .advice {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px 16px;
    }
  }
`;
