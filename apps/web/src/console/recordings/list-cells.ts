import { css } from 'lit';

/** What the recordings' table has beside what all lists have. */
export const listCells = css`
  td.length,
  td.size {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    color: var(--text-2);
  }

  th.length,
  th.size {
    white-space: nowrap;
  }

  td.state {
    inline-size: 112px;
  }

  .cut {
    display: inline-flex;
    vertical-align: -3px;
    color: var(--text-3);
  }

  .cut svg {
    inline-size: 16px;
    block-size: 16px;
  }

  @media (width < 1040px) {
    th.size,
    td.size {
      display: none;
    }
  }

  @media (width < 720px) {
    tr {
      grid-template-columns: 112px minmax(0, 1fr) auto;
    }

    td.state {
      grid-row: 2;
    }

    td.when {
      grid-row: 3;
    }

    td.length {
      grid-column: 2;
      grid-row: 4;
      font-size: 13px;
    }

    td.picture,
    td.more {
      grid-row: 1 / span 4;
    }
  }
`;
