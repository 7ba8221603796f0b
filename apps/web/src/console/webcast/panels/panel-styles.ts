import { css } from 'lit';

/** The cards beside the picture: a heading, and facts in lines. */
export const panelStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .card {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }

  .card > * {
    min-inline-size: 0;
  }

  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
  }

  h2 {
    font-size: 15px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.005em;
  }

  .fact {
    display: flex;
    justify-content: space-between;
    gap: 4px 16px;
    font-size: 14px;
    line-height: 22px;
  }

  .fact dt {
    flex: none;
    color: var(--text-2);
  }

  .fact dd {
    min-inline-size: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .fact strong {
    font-weight: 600;
  }

  .facts {
    display: grid;
    gap: 6px;
  }

  .quiet-text {
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
    text-wrap: pretty;
  }
`;
