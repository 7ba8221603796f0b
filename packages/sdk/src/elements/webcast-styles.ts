import { css } from 'lit';

/** Below this width (px, of the element) the rail goes under the stage. */
export const webcastStyles = css`
  :host {
    display: block;
    container: webcast / inline-size;
    background: var(--ink-0);
  }

  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 380px;
    grid-template-rows: auto 1fr;
    gap: 16px 20px;
    padding: 20px;
    max-inline-size: 1720px;
    margin-inline: auto;
  }

  .stage {
    position: relative;
    min-inline-size: 0;
    block-size: clamp(280px, calc((100cqi - 440px) * 0.676), calc(100dvh - 190px));
    border-radius: 12px;
    overflow: hidden;
    background: var(--stage);
    color: #f1f2f4;
  }

  .stage > * {
    position: absolute;
    inset: 0;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  .stage > .chips {
    inset: 16px 18px auto;
  }

  .chip.on-stage {
    background: rgb(70 73 82 / 0.86);
    color: #fff;
  }

  .chip.live {
    background: var(--live);
    color: var(--live-text);
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }

  .chip.preview {
    background: #f2b75c;
    color: #16181d;
  }

  /* Nobody should mistake what only they see for the show. */
  .stage.rehearsal::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid #f2b75c;
    border-radius: inherit;
    pointer-events: none;
  }

  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .chip .dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: currentColor;
  }

  .chip.lost .dot {
    background: #f2b75c;
    animation: breathe 1.6s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  .short,
  .chip.narrow {
    display: none;
  }

  .below {
    min-inline-size: 0;
  }

  .below h1 {
    font-size: 22px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-block-start: 4px;
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
  }

  .calendar {
    margin-block-start: 12px;
    color: var(--text);
    text-decoration: none;
  }

  .meta .chip {
    margin-inline-end: 4px;
  }

  .rail {
    grid-column: 2;
    grid-row: 1 / span 2;
    position: sticky;
    inset-block-start: 20px;
    display: flex;
    flex-direction: column;
    align-self: start;
    block-size: calc(100dvh - 97px);
    min-block-size: 420px;
    border: 1px solid var(--line);
    border-radius: 10px;
    overflow: hidden;
  }

  .tabs {
    flex: none;
    display: flex;
    gap: 4px;
    padding-inline: 12px;
    border-block-end: 1px solid var(--line);
  }

  .tab {
    min-block-size: 48px;
    margin-block-end: -1px;
    padding: 0 10px;
    border: 0;
    border-block-end: 2px solid transparent;
    background: transparent;
    font-size: 14px;
    font-weight: 600;
    color: var(--text-2);
  }

  .tab[aria-selected='true'] {
    border-color: currentColor;
    color: var(--text);
  }

  .tab:focus-visible,
  .panel:focus-visible {
    outline-offset: -2px;
  }

  .panel {
    flex: 1;
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .ended {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    padding: 24px;
    text-align: center;
    background: var(--stage);
  }

  .ended .icon {
    margin-block-end: 12px;
    color: #8f95a3;
  }

  .ended .icon svg {
    inline-size: 36px;
    block-size: 36px;
    stroke-width: 1.25;
  }

  .ended h2 {
    font-size: 22px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  .ended p {
    color: #b1b6c2;
  }

  .message {
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: min(560px, calc(100dvh - 120px));
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
    background: var(--ink-2);
    color: var(--text-2);
  }

  .message .icon.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }

  .message h1 {
    max-inline-size: 26em;
    font-size: 22px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  .message p {
    max-inline-size: 30em;
    margin-block-start: 8px;
    color: var(--text-2);
    text-wrap: balance;
  }

  .message .button {
    margin-block-start: 24px;
  }

  .bone {
    border-radius: 6px;
    background: var(--ink-2);
    animation: breathe-soft 1.8s ease-in-out infinite;
  }

  .bone.title {
    inline-size: min(420px, 70%);
    block-size: 22px;
    margin-block: 3px;
  }

  .bone.line {
    inline-size: min(260px, 46%);
    block-size: 13px;
    margin-block: 8px 0;
  }

  .panel .bone.line {
    inline-size: 100%;
    margin-block: 5px 11px;
  }

  .panel .bone.line.last {
    inline-size: 62%;
  }

  .stage .pulse {
    inset: 0;
    margin: auto;
    inline-size: 40px;
    block-size: 40px;
    border: 3px solid rgb(255 255 255 / 0.2);
    border-block-start-color: #fff;
    border-radius: 50%;
    animation: spin 900ms linear infinite;
  }

  @keyframes breathe-soft {
    50% {
      opacity: 0.55;
    }
  }

  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  @container webcast (inline-size < 960px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
    }

    .stage {
      block-size: auto;
      aspect-ratio: 16 / 9;
      max-block-size: calc(100dvh - 24px);
    }

    .rail {
      grid-column: 1;
      grid-row: auto;
      position: static;
      block-size: auto;
      min-block-size: 0;
    }
  }

  @container webcast (inline-size < 640px) {
    .layout {
      gap: 0;
      padding: 0;
    }

    .stage {
      border-radius: 0;
    }

    .stage > .chips {
      inset: 12px 12px auto;
    }

    .below {
      padding: 16px;
    }

    .below h1 {
      font-size: 19px;
      line-height: 24px;
    }

    .rail {
      border-width: 0;
      border-radius: 0;
    }

    .tabs {
      padding-inline: 6px;
    }

    .long {
      display: none;
    }

    .short {
      display: inline;
    }

    .chip.narrow {
      display: inline-flex;
    }
  }

  /* A phone held upright: the picture stays while the page moves under it. */
  @media (min-height: 480px) {
    @container webcast (inline-size < 640px) {
      .stage {
        position: sticky;
        inset-block-start: 0;
        z-index: 2;
      }
    }
  }
`;
