import { css } from 'lit';

/**
 * The design tokens. Each can be set from outside by its long name (`--rostrum-action`), in both schemes at once; the
 * elements use the short names.
 */
export const tokens = css`
  :host {
    --ink-0: var(--rostrum-ink-0, #fbfbfa);
    --ink-1: var(--rostrum-ink-1, #f3f3f0);
    --ink-2: var(--rostrum-ink-2, #e6e6e1);
    --line: var(--rostrum-line, #dcdcd6);
    --text: var(--rostrum-text, #16181d);
    --text-2: var(--rostrum-text-2, #565b66);
    --text-3: var(--rostrum-text-3, #6f7480);
    --action: var(--rostrum-action, #2347d9);
    --action-text: var(--rostrum-action-text, #ffffff);
    --action-soft: var(--rostrum-action-soft, #e8ecfd);
    --live: var(--rostrum-live, #d7263d);
    --live-text: var(--rostrum-live-text, #ffffff);
    --live-soft: var(--rostrum-live-soft, #fdeaec);
    --good: var(--rostrum-good, #13795b);
    --good-soft: var(--rostrum-good-soft, #e3f4ee);
    --warn: var(--rostrum-warn, #9a5b00);
    --warn-soft: var(--rostrum-warn-soft, #fdf1dc);
    --stage: var(--rostrum-stage, #0b0d12);
    --font: var(
      --rostrum-font,
      'Inter Variable',
      'Inter',
      'Inter Fallback',
      system-ui,
      sans-serif
    );
    color-scheme: light dark;
    font: 400 15px / 24px var(--font);
    color: var(--text);
    -webkit-text-size-adjust: 100%;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --ink-0: var(--rostrum-ink-0, #0f1116);
      --ink-1: var(--rostrum-ink-1, #161920);
      --ink-2: var(--rostrum-ink-2, #20242d);
      --line: var(--rostrum-line, #2b303b);
      --text: var(--rostrum-text, #f1f2f4);
      --text-2: var(--rostrum-text-2, #b1b6c2);
      --text-3: var(--rostrum-text-3, #8f95a3);
      --action: var(--rostrum-action, #8ea4ff);
      --action-text: var(--rostrum-action-text, #0f1116);
      --action-soft: var(--rostrum-action-soft, #1d2545);
      --live: var(--rostrum-live, #ff5a6e);
      --live-text: var(--rostrum-live-text, #16080b);
      --live-soft: var(--rostrum-live-soft, #3a161d);
      --good: var(--rostrum-good, #5fd3a8);
      --good-soft: var(--rostrum-good-soft, #12302a);
      --warn: var(--rostrum-warn, #f2b75c);
      --warn-soft: var(--rostrum-warn-soft, #352711);
      --stage: var(--rostrum-stage, #07080b);
    }
  }
`;

/** What every element's own style begins with. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }

  svg {
    display: block;
    flex: none;
  }

  :focus-visible {
    outline: 2px solid var(--action);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 5px 15px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ink-0);
    font-size: 14px;
    font-weight: 600;
    cursor: pointer;
    transition: background-color 120ms;
  }

  .button:hover {
    background: var(--ink-1);
  }

  .button.primary {
    border-color: transparent;
    background: var(--action);
    color: var(--action-text);
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--action) 88%, var(--text));
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-block-size: 24px;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--ink-2);
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
