import { css } from 'lit';

/** How the search and the list below it look. */
export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--ink-1);
  }

  .search {
    position: relative;
    padding: 16px 12px 8px;
  }

  .search svg {
    position: absolute;
    inset-block-start: 24px;
    inset-inline-start: 22px;
    inline-size: 18px;
    block-size: 20px;
    color: var(--text-2);
    pointer-events: none;
  }

  .search input {
    padding-inline: 34px 34px;
  }

  kbd {
    position: absolute;
    inset-block-start: 24px;
    inset-inline-end: 22px;
    min-inline-size: 20px;
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 5px;
    font: 500 12px/18px var(--font);
    color: var(--text-2);
    text-align: center;
    pointer-events: none;
  }

  .search input:focus ~ kbd,
  .search input:not(:placeholder-shown) ~ kbd {
    display: none;
  }

  nav {
    flex: 1;
    padding: 4px 12px 24px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  ul {
    list-style: none;
  }

  a {
    display: block;
    padding: 5px 10px;
    border-radius: 8px;
    color: var(--text-2);
    font-size: 14px;
    line-height: 20px;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  a:hover {
    color: var(--text);
    background: var(--ink-2);
  }

  a[aria-current] {
    background: var(--ink-2);
    color: var(--text);
    font-weight: 600;
  }

  :focus-visible {
    outline-offset: -2px;
  }

  .group + .group,
  .services {
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--line);
  }

  summary {
    display: flex;
    gap: 8px;
    list-style: none;
    overflow-wrap: anywhere;
    padding: 5px 10px;
    border-radius: 8px;
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: '';
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    margin: 6px 1px 0;
    border: solid var(--text-2);
    border-width: 0 1.75px 1.75px 0;
    rotate: -45deg;
    transition: rotate 120ms;
  }

  details[open] > summary::before {
    rotate: 45deg;
  }

  summary:hover {
    background: var(--ink-2);
  }

  details ul {
    margin-inline-start: 15px;
    padding-inline-start: 6px;
    border-inline-start: 1px solid var(--line);
  }

  .found b {
    display: block;
    color: var(--text);
    font-weight: 600;
  }

  .found span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 13px;
    line-height: 18px;
  }

  .empty {
    padding: 8px 10px;
    font-size: 14px;
    line-height: 20px;
    color: var(--text-2);
  }
`;
