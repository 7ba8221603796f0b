import { css } from 'lit';

/** A table of people or things on a desk, cards on a phone. Cells with class `main` lead their card. */
export const tableStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block-end: 16px;
  }

  .tools console-search {
    flex: 1 1 240px;
    max-inline-size: 420px;
  }

  .tools select {
    inline-size: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 14px;
    line-height: 20px;
  }

  th {
    padding: 8px 12px;
    font-size: 13px;
    font-weight: 500;
    color: var(--text-2);
    text-align: start;
  }

  td {
    padding: 12px;
    border-block-start: 1px solid var(--line);
    vertical-align: middle;
    overflow-wrap: anywhere;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  td.more,
  th.more {
    inline-size: 48px;
    text-align: end;
  }

  td.quiet {
    color: var(--text-2);
    font-variant-numeric: tabular-nums;
  }

  .main strong {
    display: block;
    font-size: 15px;
    font-weight: 600;
  }

  .main .under {
    display: block;
    font-size: 13px;
    color: var(--text-2);
  }

  .main .under:empty {
    display: none;
  }

  tbody tr:hover {
    background: color-mix(in srgb, var(--ink-1) 60%, transparent);
  }

  .chips:has(*) {
    display: flex;
    margin-block-start: 4px;
    flex-wrap: wrap;
    gap: 4px 6px;
  }

  @media (width < 720px) {
    .tools console-search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .tools select {
      flex: 1;
      min-inline-size: 0;
    }

    thead {
      display: none;
    }

    table,
    tbody {
      display: block;
    }

    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
      padding-block: 14px;
      border-block-start: 1px solid var(--line);
    }

    tbody tr:hover {
      background: none;
    }

    td {
      grid-column: 1;
      padding: 0;
      border: 0;
    }

    td.more {
      grid-column: 2;
      grid-row: 1;
      inline-size: auto;
    }

    td:empty {
      display: none;
    }
  }
`;
