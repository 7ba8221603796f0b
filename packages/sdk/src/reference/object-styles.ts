import { css } from 'lit';

/** An object in the form: indented below its name, its properties with their buttons. */
export const objectStyles = css`
  fieldset {
    display: grid;
    gap: 14px;
    margin: 0;
    padding: 0 0 0 14px;
    border: 0;
    border-inline-start: 2px solid var(--line);
    min-inline-size: 0;
  }

  legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    margin-block-end: 8px;
    margin-inline-start: -16px;
    padding: 0;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
  }

  legend .kind {
    font-weight: 400;
  }

  .property {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .button.small {
    min-block-size: 24px;
    padding: 0 6px;
    font-weight: 400;
  }

  .property .actions {
    flex-wrap: nowrap;
    gap: 0;
    margin-inline-end: -6px;
  }

  .add {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: end;
  }

  .empty {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
`;
