import { css } from 'lit';

/** A table on a desk, cards on a phone. */
export const listStyles = css`
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

  .stale {
    margin-block-end: 16px;
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
    padding: 10px 12px;
    border-block-start: 1px solid var(--line);
    vertical-align: middle;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    inline-size: 48px;
    padding-inline-end: 0;
    text-align: end;
  }

  td.picture {
    inline-size: 124px;
  }

  td.state {
    inline-size: 172px;
  }

  td.when {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  td.when,
  td.recording {
    color: var(--text-2);
  }

  td.recording {
    white-space: nowrap;
  }

  .name a {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-inline-size: 46ch;
    overflow: hidden;
    font-size: 15px;
    font-weight: 600;
    color: var(--text);
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .name a:hover {
    color: var(--action);
    text-decoration: underline;
  }

  .name .about {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    max-inline-size: 60ch;
    overflow: hidden;
    font-size: 13px;
    color: var(--text-2);
    overflow-wrap: anywhere;
  }

  tbody tr:hover {
    background: color-mix(in srgb, var(--ink-1) 60%, transparent);
  }

  .caption-gone {
    position: absolute;
    clip-path: inset(50%);
  }

  .bone.picture {
    inline-size: 112px;
    block-size: 63px;
  }

  .bone.title {
    inline-size: min(260px, 70%);
  }

  .bone.word {
    inline-size: 84px;
  }

  @media (width < 1040px) {
    th.recording,
    td.recording {
      display: none;
    }
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
      grid-template-columns: 112px minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding-block: 14px;
      border-block-start: 1px solid var(--line);
    }

    tbody tr:hover {
      background: none;
    }

    td,
    td:first-child,
    td:last-child {
      inline-size: auto;
      padding: 0;
      border: 0;
    }

    td.picture {
      grid-row: 1 / span 3;
    }

    td.name {
      grid-column: 2;
    }

    .name .about {
      display: none;
    }

    td.state {
      grid-column: 2;
      grid-row: 2;
      inline-size: auto;
    }

    td.when {
      grid-column: 2;
      grid-row: 3;
      font-size: 13px;
      white-space: normal;
    }

    td.more {
      grid-column: 3;
      grid-row: 1 / span 3;
    }
  }
`;
