import { css } from 'lit';

/** A native dialog; on a phone it stands at the bottom, where thumbs are. */
export const dialogStyles = css`
  dialog {
    inline-size: min(520px, calc(100vw - 32px));
    max-inline-size: none;
    max-block-size: min(720px, calc(100dvh - 48px));
    margin: auto;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--ink-0);
    color: var(--text);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise 160ms ease-out;
  }

  dialog::backdrop {
    background: rgb(8 9 12 / 0.5);
  }

  .dialog-head {
    display: flex;
    align-items: start;
    gap: 12px;
    padding: 18px 16px 0 20px;
  }

  .dialog-head h2 {
    flex: 1;
    padding-block: 4px;
    font-size: 17px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .dialog-body {
    padding: 8px 20px 20px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    padding: 12px 20px;
    border-block-start: 1px solid var(--line);
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  @media (width < 520px) {
    dialog {
      inline-size: 100vw;
      margin: auto 0 0;
      border-width: 1px 0 0;
      border-radius: 12px 12px 0 0;
      padding-block-end: env(safe-area-inset-bottom);
    }
  }
`;
