import { css } from 'lit';

export const activityStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-block-end: 20px;
  }

  .tools .field {
    flex: 0 1 190px;
  }

  .tools input,
  .tools select {
    block-size: 36px;
  }

  .tools .field.day {
    flex-basis: 150px;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-block-end: 16px;
  }

  h2 {
    padding-block: 16px 8px;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
    color: var(--text-2);
  }

  .lines {
    list-style: none;
    border-block-end: 1px solid var(--line);
  }

  .lines li {
    border-block-start: 1px solid var(--line);
  }

  summary {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) auto 20px;
    gap: 4px 12px;
    align-items: center;
    min-block-size: 44px;
    padding: 10px 4px;
    border-radius: 6px;
    font-size: 14px;
    line-height: 22px;
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: color-mix(in srgb, var(--ink-1) 60%, transparent);
  }

  time {
    color: var(--text-2);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .sentence {
    overflow-wrap: anywhere;
  }

  .object,
  strong {
    font-weight: 600;
  }

  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .open {
    grid-column: 4;
    color: var(--text-2);
    transition: rotate 120ms;
  }

  details[open] .open {
    rotate: 90deg;
  }

  .details {
    display: grid;
    gap: 12px;
    padding: 4px 36px 20px 88px;
    font-size: 14px;
    line-height: 20px;
  }

  .scroll {
    overflow-x: auto;
    border-radius: 6px;
  }

  table {
    border-collapse: collapse;
    min-inline-size: min(100%, 520px);
  }

  thead th {
    padding: 0 24px 6px 0;
    font-size: 13px;
    font-weight: 500;
    color: var(--text-2);
    text-align: start;
  }

  tbody th,
  tbody td {
    max-inline-size: 36ch;
    padding: 6px 24px 6px 0;
    border-block-start: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  tbody th {
    min-inline-size: 9ch;
    overflow-wrap: break-word;
    color: var(--text-2);
  }

  .none {
    color: var(--text-2);
    font-style: italic;
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    font-size: 13px;
    line-height: 20px;
  }

  dl div {
    display: flex;
    gap: 8px;
    min-inline-size: 0;
  }

  dt {
    flex: none;
    color: var(--text-2);
  }

  dd {
    min-inline-size: 0;
  }

  .bones {
    display: grid;
    gap: 28px;
    padding-block: 24px;
  }

  .bones .bone:nth-child(odd) {
    inline-size: 62%;
  }

  .bones .bone:nth-child(even) {
    inline-size: 48%;
  }

  @media (pointer: coarse) {
    .tools input,
    .tools select {
      block-size: 44px;
    }
  }

  @media (width < 720px) {
    .tools .field,
    .tools .field.day {
      flex: 1 1 140px;
    }

    summary {
      grid-template-columns: minmax(0, 1fr) auto 20px;
    }

    time,
    .sentence {
      grid-column: 1;
    }

    .chip.warn {
      grid-column: 2;
      grid-row: 1 / span 2;
    }

    .open {
      grid-column: 3;
      grid-row: 1 / span 2;
    }

    .details {
      padding-inline: 4px;
    }
  }
`;
