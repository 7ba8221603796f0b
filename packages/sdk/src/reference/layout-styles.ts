import { css } from 'lit';

/** The reference as a whole: list, page, form. What of the page around stays on top is `--rostrum-header-size` high. */
export const layoutStyles = css`
  :host {
    display: block;
    background: var(--ink-0);
    --header: var(--rostrum-header-size, 0px);
  }

  .layout {
    display: grid;
    grid-template-columns: 264px minmax(0, 1fr);
    align-items: start;
  }

  aside {
    position: sticky;
    inset-block-start: var(--header);
    block-size: calc(100dvh - var(--header));
    border-inline-end: 1px solid var(--line);
    background: var(--ink-1);
  }

  aside rostrum-reference-list {
    block-size: 100%;
  }

  .page {
    min-inline-size: 0;
    max-inline-size: 860px;
    padding: 28px 32px 80px;
  }

  .page:focus-visible {
    outline: none;
  }

  .form {
    padding: 28px 32px 80px;
    border-block-start: 1px solid var(--line);
  }

  .layout.with-form {
    grid-template-columns: 264px minmax(0, 1fr) minmax(360px, 460px);
  }

  .layout.with-form .form {
    position: sticky;
    inset-block-start: var(--header);
    block-size: calc(100dvh - var(--header));
    padding-inline: 24px;
    border-block-start: 0;
    border-inline-start: 1px solid var(--line);
    overflow: auto;
    overscroll-behavior: contain;
  }

  @media (width < 1240px) {
    .layout.with-form {
      grid-template-columns: 264px minmax(0, 1fr);
    }

    .layout.with-form aside {
      grid-row: 1 / span 2;
    }

    .layout.with-form .form {
      grid-column: 2;
      position: static;
      max-inline-size: 860px;
      block-size: auto;
      padding: 28px 32px 80px;
      border-inline-start: 0;
      border-block-start: 1px solid var(--line);
      overflow: visible;
    }

    .layout.with-form .page {
      padding-block-end: 32px;
    }
  }

  @media (width < 900px) {
    .layout,
    .layout.with-form {
      grid-template-columns: minmax(0, 1fr);
    }

    .layout.with-form .form {
      grid-column: 1;
    }

    .page,
    .layout.with-form .form {
      padding-inline: 16px;
      padding-block-start: 20px;
    }
  }

  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
    background: var(--ink-0);
  }

  .bar .button svg {
    inline-size: 18px;
  }

  .bar .where {
    min-inline-size: 0;
    overflow: hidden;
    font-size: 13px;
    color: var(--text-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  dialog {
    inline-size: min(420px, 100vw);
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--ink-1);
    color: inherit;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog rostrum-reference-list {
    flex: 1;
  }

  .dialog-head {
    display: flex;
    justify-content: end;
    padding: 8px 12px 0;
  }

  .message,
  .message > div {
    display: grid;
    place-content: center;
    justify-items: center;
  }

  .message {
    min-block-size: calc(100dvh - var(--header));
    padding: 32px 20px;
    text-align: center;
  }

  .message .icon {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    margin-block-end: 20px;
    border-radius: 50%;
    background: var(--warn-soft);
    color: var(--warn);
  }

  .message p {
    max-inline-size: 34em;
    margin-block-start: 8px;
    color: var(--text-2);
  }

  .message .button {
    margin-block-start: 24px;
  }

  .bone {
    block-size: 13px;
    margin-block: 8px 14px;
    border-radius: 6px;
    background: var(--ink-2);
    animation: breathe 1.8s ease-in-out infinite;
  }

  .bones {
    padding: 24px;
  }

  .bone.title {
    inline-size: min(320px, 70%);
    block-size: 24px;
  }

  .bone.short {
    inline-size: 46%;
  }

  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
`;
