import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: block;
  }

  .stage {
    position: relative;
    aspect-ratio: 16 / 9;
    max-block-size: 66dvh;
    inline-size: 100%;
    border-radius: 12px;
    overflow: hidden;
    background: var(--stage);
    color: #f1f2f4;
  }

  .stage > * {
    position: absolute;
    inset: 0;
  }

  .pulse {
    background: linear-gradient(100deg, transparent 30%, #ffffff0d 50%, transparent 70%) 0 0 / 300%
      100%;
    animation: sweep 1.8s linear infinite;
  }

  @keyframes sweep {
    from {
      background-position: 120% 0;
    }

    to {
      background-position: -20% 0;
    }
  }

  .chips {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 8px;
  }

  .stage > .chips {
    inset: 16px 18px auto;
  }

  .space {
    flex: 1;
  }

  .chip {
    font-size: 12px;
  }

  .chip.on-stage {
    background: rgb(70 73 82 / 0.86);
    color: #fff;
  }

  .chip.live {
    background: var(--live);
    color: var(--live-text);
  }

  .chip.preview {
    background: #f1f2f4;
    color: #16181d;
  }

  .chip.warn {
    background: #352711;
    color: #f2b75c;
  }

  .dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: currentColor;
  }

  .lost .dot {
    background: #f2b75c;
    animation: breathe 1.6s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  .notice {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 24px;
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
    max-inline-size: 32em;
    color: #c9cdd6;
    text-wrap: balance;
  }

  .badge {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 12px;
    border-radius: 50%;
    background: #20242d;
    color: #b1b6c2;
  }

  .badge.coming {
    background: #12302a;
    color: #5fd3a8;
    animation: breathe 1.6s ease-in-out infinite;
  }

  @media (width < 520px) {
    .notice {
      padding: 12px 16px;
    }

    .notice h2 {
      font-size: 17px;
      line-height: 24px;
    }

    .notice p {
      font-size: 13px;
      line-height: 19px;
    }

    .badge {
      display: none;
    }

    .stage > .chips {
      inset: 10px 10px auto;
    }
  }
`;
