import { css } from 'lit';

export const controlsStyles = css`
  :host {
    display: block;
    color: #f1f2f4;
    color-scheme: dark;
    --action: #8ea4ff;
  }

  .row {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 40px;
    margin-inline: -8px;
  }

  button,
  select {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 36px;
    block-size: 36px;
    padding: 0 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover,
  select:hover {
    background: rgb(255 255 255 / 0.14);
  }

  :focus-visible {
    outline-offset: -2px;
  }

  .back {
    gap: 2px;
    font-variant-numeric: tabular-nums;
  }

  .back svg {
    margin-inline-start: -4px;
  }

  .volume {
    display: inline-flex;
    align-items: center;
  }

  .volume input {
    inline-size: 0;
    block-size: 24px;
    margin: 0;
    opacity: 0;
    accent-color: #fff;
    cursor: pointer;
    transition:
      inline-size 150ms,
      opacity 150ms,
      margin 150ms;
  }

  .volume:hover input,
  .volume:focus-within input {
    inline-size: 72px;
    margin-inline: 4px 8px;
    opacity: 1;
  }

  .time {
    min-inline-size: 5ch;
    padding-inline: 8px;
    font-size: 14px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .at-live,
  .to-live {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    padding: 0 10px;
    border-radius: 999px;
    font-size: 13px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: 0.04em;
    text-transform: uppercase;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .at-live {
    color: #ff7d8d;
  }

  .to-live {
    background: rgb(255 255 255 / 0.18);
  }

  .to-live .words {
    margin-inline-end: -3px;
  }

  .to-live:hover {
    background: rgb(255 255 255 / 0.28);
  }

  button.to-live {
    block-size: 28px;
  }

  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: currentColor;
  }

  .at-live .dot {
    background: #ff5a6e;
  }

  .space {
    flex: 1;
  }

  .text[aria-pressed='true'] {
    box-shadow: inset 0 -2px 0 -0px currentColor;
  }

  select {
    appearance: none;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  option {
    background: #161920;
    color: #f1f2f4;
    font-weight: 400;
  }

  @media (hover: none) {
    .volume input {
      display: none;
    }
  }

  @container player (inline-size < 560px) {
    .row {
      gap: 0;
      margin-block-end: -4px;
    }

    .time,
    .pip,
    .to-live .words {
      display: none;
    }

    .quality {
      max-inline-size: 104px;
    }

    .volume input {
      display: none;
    }
  }
`;
