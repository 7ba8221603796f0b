import { css } from 'lit';

/** What all pages of the console have in common beside the tokens: links, cards, fields, tables of facts. */
export const partStyles = css`
  a {
    color: var(--action);
    text-underline-offset: 3px;
    border-radius: 4px;
  }

  a.button {
    color: inherit;
    text-decoration: none;
    border-radius: 8px;
  }

  a.button.primary {
    color: var(--action-text);
  }

  .button[disabled],
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .button.small {
    min-block-size: 30px;
    padding: 2px 10px;
    font-size: 13px;
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--text-2);
  }

  .button.quiet:hover {
    background: var(--ink-2);
    color: var(--text);
  }

  /* What can't be taken back, after it was asked about. */
  .button.strong {
    border-color: transparent;
    background: var(--text);
    color: var(--ink-0);
  }

  .button.strong:hover {
    background: color-mix(in srgb, var(--text) 86%, var(--ink-0));
  }

  /* Red is what is on air, or goes on air by being pressed. */
  .button.live {
    border-color: transparent;
    background: var(--live);
    color: var(--live-text);
  }

  .button.live:hover {
    background: color-mix(in srgb, var(--live) 88%, var(--text));
  }

  .button.icon {
    padding: 5px 7px;
  }

  .button.small.icon {
    padding: 2px 4px;
  }

  .button.small svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .card {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }

  .card > h2:first-child,
  .card > header h2 {
    font-size: 15px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.005em;
  }

  .hint {
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  .box {
    padding: 12px 16px;
    border-radius: 10px;
    background: var(--ink-1);
    font-size: 14px;
    line-height: 20px;
  }

  .box.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .box.good {
    background: var(--good-soft);
    color: var(--good);
  }

  code,
  .mono {
    font-family: ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }

  .bone {
    block-size: 13px;
    border-radius: 6px;
    background: var(--ink-2);
    animation: breathe 1.8s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
`;

/** Form fields; their markup comes from field.ts. */
export const fieldStyles = css`
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-inline-size: 0;
  }

  .field > label,
  .label,
  legend {
    padding: 0;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
  }

  .optional {
    font-weight: 400;
    color: var(--text-2);
  }

  .problem {
    display: flex;
    gap: 6px;
    font-size: 13px;
    line-height: 20px;
    color: var(--warn);
  }

  .problem svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
  }

  input:not([type='checkbox'], [type='radio']),
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
    min-block-size: 84px;
    resize: vertical;
  }

  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--warn);
  }

  input[type='file'] {
    padding: 4px;
    font-size: 13px;
  }

  ::file-selector-button {
    min-block-size: 26px;
    margin-inline-end: 10px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--ink-1);
    color: var(--text);
    font: 600 13px / 20px var(--font);
    cursor: pointer;
  }

  input::placeholder,
  textarea::placeholder {
    color: var(--text-3);
    opacity: 1;
  }

  input[disabled],
  select[disabled],
  textarea[disabled] {
    background: var(--ink-1);
    color: var(--text-2);
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 3px 0;
    accent-color: var(--action);
  }

  /* A box or a circle, its words, and beneath them what it means. */
  .choice {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 0 10px;
    align-items: start;
  }

  .choice label {
    font-size: 14px;
    line-height: 24px;
    font-weight: 500;
  }

  .choice .hint,
  .choice .problem {
    grid-column: 2;
  }

  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 4px;
  }

  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 16px;
  }

  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio']),
    select,
    textarea {
      /* Smaller letters make a phone zoom in. */
      font-size: 16px;
      min-block-size: 44px;
    }
  }
`;
