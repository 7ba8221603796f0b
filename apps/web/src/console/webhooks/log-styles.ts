import { css } from 'lit';

export const logStyles = css`
  :host {
    display: block;
  }

  .card {
    display: grid;
    gap: 16px;
    padding: 20px;
  }

  /* It takes no place while there is nothing to say. */
  [role='alert']:empty {
    position: absolute;
  }

  .tools,
  .replay {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
  }

  .tools .field,
  .replay .field {
    flex: 0 1 220px;
  }

  .bones {
    display: grid;
    gap: 16px;
  }

  .lines {
    list-style: none;
    border-block-end: 1px solid var(--line);
  }

  .lines li {
    border-block-start: 1px solid var(--line);
  }

  .lines .attempts li {
    border: 0;
  }

  summary {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr) minmax(0, auto) auto 20px;
    gap: 4px 12px;
    align-items: center;
    min-block-size: 44px;
    padding: 8px 4px;
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

  time,
  .answer {
    color: var(--text-2);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .answer {
    max-inline-size: 28ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .type {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .open {
    color: var(--text-2);
    transition: rotate 120ms;
  }

  details[open] .open {
    rotate: 90deg;
  }

  .details {
    display: grid;
    gap: 16px;
    padding: 4px 4px 20px;
    font-size: 14px;
    line-height: 20px;
  }

  .attempts {
    display: grid;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .attempts:empty {
    display: none;
  }

  .part {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }

  h3 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }

  h3 .hint {
    font-weight: 400;
  }

  .fault {
    color: var(--warn);
  }

  .block {
    max-block-size: 320px;
    margin: 0;
    padding: 10px 12px;
    overflow: auto;
    border-radius: 8px;
    background: var(--ink-1);
    font-family: ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
    font-size: 13px;
    line-height: 20px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @media (prefers-reduced-motion: reduce) {
    .open {
      transition: none;
    }
  }

  @media (width < 720px) {
    .card {
      padding: 16px;
    }

    summary {
      grid-template-columns: minmax(0, 1fr) auto 20px;
    }

    summary .type {
      grid-column: 1;
      grid-row: 1;
    }

    summary console-chip {
      grid-column: 2;
      grid-row: 1;
    }

    summary .open {
      grid-column: 3;
      grid-row: 1;
    }

    summary time {
      grid-column: 1;
      grid-row: 2;
    }

    summary .answer {
      grid-column: 2 / 4;
      grid-row: 2;
      max-inline-size: 18ch;
      text-align: end;
    }
  }
`;
