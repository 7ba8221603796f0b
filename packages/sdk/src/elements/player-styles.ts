import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: block;
    position: relative;
    block-size: 100%;
    overflow: hidden;
    background: var(--stage);
    color: #f1f2f4;
    container: player / inline-size;
  }

  :host([data-idle]) {
    cursor: none;
  }

  .surface {
    position: absolute;
    inset: 0;
    outline: none;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    outline: none;
  }

  .surface:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid #8ea4ff;
    border-radius: inherit;
    pointer-events: none;
  }

  .shade {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: min(45%, 168px);
    background: linear-gradient(to top, rgb(7 8 11 / 0.86), rgb(7 8 11 / 0.5) 45%, transparent);
    pointer-events: none;
    transition: opacity 180ms;
  }

  .top {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 18px;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    pointer-events: none;
  }

  .bottom {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    padding: 0 18px 8px;
    pointer-events: none;
  }

  .bottom > * {
    pointer-events: auto;
  }

  rostrum-player-controls {
    transition: opacity 180ms;
  }

  /* The offer of sound stays. */
  :host([data-idle]) .shade,
  :host([data-idle]) rostrum-player-controls {
    opacity: 0;
    pointer-events: none;
  }

  .notice {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 24px 24px 72px;
    background: rgb(7 8 11 / 0.74);
    text-align: center;
  }

  .notice h2 {
    font-size: 20px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }

  .notice p {
    color: #c9cdd6;
    text-wrap: balance;
  }

  .notice .button {
    margin-block-start: 16px;
  }

  .button.light {
    border-color: transparent;
    background: #f1f2f4;
    color: #16181d;
  }

  .button.light:hover {
    background: #fff;
  }

  .badge {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 12px;
    border-radius: 50%;
    background: #352711;
    color: #f2b75c;
  }

  .big-play {
    position: absolute;
    inset: 0;
    inline-size: 72px;
    block-size: 72px;
    margin: auto;
    display: grid;
    place-items: center;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: #f1f2f4;
    color: #16181d;
    cursor: pointer;
  }

  .big-play svg {
    inline-size: 30px;
    block-size: 30px;
    margin-inline-start: 3px;
  }

  .big-play.touch {
    display: none;
  }

  .sound {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    margin-block-end: 12px;
    padding: 0 16px 0 12px;
    border: 0;
    border-radius: 999px;
    background: #f1f2f4;
    color: #16181d;
    font-size: 14px;
    font-weight: 600;
    cursor: pointer;
  }

  .sound:hover,
  .big-play:hover {
    background: #fff;
  }

  .spinner {
    position: absolute;
    inset: 0;
    inline-size: 40px;
    block-size: 40px;
    margin: auto;
    border: 3px solid rgb(255 255 255 / 0.24);
    border-block-start-color: #fff;
    border-radius: 50%;
    pointer-events: none;
    animation:
      spin 900ms linear infinite,
      appear 200ms 350ms backwards;
  }

  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (hover: none) {
    .big-play.touch {
      display: grid;
      inline-size: 60px;
      block-size: 60px;
      background: rgb(7 8 11 / 0.66);
      color: #fff;
    }
  }

  @container player (inline-size < 560px) {
    .top {
      inset-block-start: 12px;
      inset-inline: 12px;
    }

    .bottom {
      padding: 0 12px 4px;
    }

    .notice {
      padding-block: 40px 16px;
    }

    .notice .button {
      margin-block-start: 10px;
    }

    .notice h2 {
      font-size: 17px;
      line-height: 24px;
    }

    .notice p {
      font-size: 14px;
      line-height: 20px;
    }

    .badge {
      inline-size: 36px;
      block-size: 36px;
      margin-block-end: 8px;
    }

    .sound {
      margin-block-end: 4px;
    }
  }
`;
