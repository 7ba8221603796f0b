import { css } from 'lit';

/** What the parts of the reference have in common: prose, names in a fixed width, tables, fields. */
export const referenceStyles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }

  h1 {
    font-size: 22px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  h1.mono {
    font-size: 20px;
    letter-spacing: -0.02em;
  }

  h2 {
    margin-block: 32px 8px;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  h3 {
    margin-block: 20px 4px;
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }

  p {
    max-inline-size: 68ch;
    text-wrap: pretty;
  }

  p + p {
    margin-block-start: 8px;
  }

  .lead {
    margin-block-start: 8px;
    color: var(--text-2);
  }

  .crumb {
    margin-block-end: 4px;
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  .hint {
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  a {
    color: var(--action);
    text-decoration: none;
    border-radius: 4px;
  }

  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  p a,
  dd a,
  .hint a,
  .crumb a {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  code,
  .mono {
    font-family: ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.9em;
  }

  p code {
    padding: 1px 5px;
    border-radius: 5px;
    background: var(--ink-1);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }

  .chips .hint {
    flex-basis: 100%;
  }

  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }

  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .rows {
    margin: 0;
    padding: 0;
    border-block-start: 1px solid var(--line);
    list-style: none;
  }

  .rows > * {
    padding-block: 10px;
    border-block-end: 1px solid var(--line);
  }

  .row-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }

  .row-head .name {
    font-weight: 600;
  }

  .row-head .aside {
    margin-inline-start: auto;
    text-align: end;
  }

  .aside,
  .kind {
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  .about {
    max-inline-size: 72ch;
    font-size: 14px;
    line-height: 20px;
    color: var(--text-2);
  }

  .box {
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }

  .box.warn {
    border-color: transparent;
    background: var(--warn-soft);
    color: var(--warn);
  }

  summary {
    cursor: pointer;
    border-radius: 4px;
  }
`;

/** Inputs and their labels. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 4px;
  }

  label,
  .label {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
  }

  label .kind,
  .label .kind {
    font-weight: 400;
  }

  input,
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 6px 10px;
    /* A field is known by its edge: 3:1 against the page. */
    border: 1px solid color-mix(in srgb, var(--text-3) 82%, var(--ink-0));
    border-radius: 8px;
    background: var(--ink-0);
    color: var(--text);
    font: 400 14px / 22px var(--font);
  }

  textarea {
    resize: vertical;
  }

  input[type='file'] {
    padding: 4px;
    font-size: 13px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .button.small {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 13px;
  }

  .button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--text-2);
  }

  .button.plain:hover {
    background: var(--ink-2);
    color: var(--text);
  }

  .button[disabled] {
    opacity: 0.6;
    cursor: default;
  }
`;
