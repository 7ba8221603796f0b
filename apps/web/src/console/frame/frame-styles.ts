import { css } from 'lit';

/** Sidebar and page; on a phone a bar above and the sections below. */
export const frameStyles = css`
  :host {
    display: block;
    background: var(--ink-0);
  }

  .frame {
    display: grid;
    grid-template-columns: 212px minmax(0, 1fr);
    min-block-size: 100dvh;
  }

  .side {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: 20px;
    block-size: 100dvh;
    padding: 18px 12px;
    border-inline-end: 1px solid var(--line);
    background: var(--ink-1);
    overflow: auto;
  }

  .mark {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-inline: 8px;
    color: inherit;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-decoration: none;
    border-radius: 6px;
  }

  .mark .tile {
    fill: var(--text);
  }

  .mark .bar {
    fill: var(--ink-0);
  }

  .mark .air {
    fill: var(--live);
  }

  .sections {
    flex: 1;
  }

  .sections ul {
    display: grid;
    gap: 4px;
    list-style: none;
  }

  .sections a {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 36px;
    padding: 6px 10px;
    border-radius: 8px;
    color: var(--text-2);
    font-size: 14px;
    line-height: 20px;
    font-weight: 500;
    text-decoration: none;
  }

  .sections svg {
    display: none;
  }

  .sections a:hover {
    color: var(--text);
    background: color-mix(in srgb, var(--ink-2) 55%, transparent);
  }

  .sections a[aria-current='page'] {
    background: var(--ink-2);
    color: var(--text);
    font-weight: 600;
  }

  .who {
    inline-size: 100%;
    padding: 8px 10px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--text-2);
    font-size: 13px;
    line-height: 20px;
    text-align: start;
    cursor: pointer;
  }

  .who:hover {
    background: color-mix(in srgb, var(--ink-2) 55%, transparent);
  }

  .who strong {
    color: var(--text);
    font-weight: 600;
  }

  .who span,
  .who strong {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  #account {
    position: fixed;
    inset: auto auto 72px 12px;
    inline-size: 260px;
    margin: 0;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--ink-0);
    color: var(--text);
  }

  #account p {
    padding: 6px 10px 10px;
    font-size: 13px;
    line-height: 20px;
    color: var(--text-2);
    overflow-wrap: anywhere;
  }

  #account a,
  #account button {
    display: block;
    inline-size: 100%;
    padding: 8px 10px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--text);
    font: 500 14px / 20px var(--font);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  #account a:hover,
  #account button:hover {
    background: var(--ink-1);
  }

  main {
    min-inline-size: 0;
  }

  main:focus-visible {
    outline: none;
  }

  .skip {
    position: fixed;
    inset: 8px auto auto 8px;
    z-index: 20;
    padding: 8px 14px;
    border-radius: 8px;
    background: var(--action);
    color: var(--action-text);
    font-weight: 600;
    border: 0;
  }

  .skip:not(:focus) {
    inset-block-start: -80px;
  }

  .lead-bones {
    display: grid;
    gap: 14px;
    padding: 30px 28px;
  }

  .lead-bones .bone:first-child {
    inline-size: min(280px, 60%);
    block-size: 24px;
    margin-block-end: 24px;
  }

  .lead-bones .bone:last-child {
    inline-size: 56%;
  }

  @media (width < 720px) {
    :host {
      --bottom-bar: calc(57px + env(safe-area-inset-bottom));
    }

    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      padding-block-end: var(--bottom-bar);
    }

    .side {
      position: static;
      flex-direction: row;
      align-items: center;
      justify-content: space-between;
      block-size: auto;
      padding: 8px 12px;
      border-inline-end: 0;
      border-block-end: 1px solid var(--line);
      overflow: visible;
    }

    .sections {
      position: fixed;
      inset: auto 0 0;
      z-index: 5;
      padding: 4px 4px calc(4px + env(safe-area-inset-bottom));
      border-block-start: 1px solid var(--line);
      background: var(--ink-1);
    }

    .sections ul {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: 2px;
    }

    .sections a {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      min-block-size: 48px;
      padding: 4px 2px;
      font-size: 11px;
      line-height: 14px;
    }

    .sections svg {
      display: block;
    }

    .who {
      inline-size: auto;
      max-inline-size: 60%;
      min-block-size: 44px;
      text-align: end;
    }

    .who span {
      display: none;
    }

    #account {
      inset: 60px 12px auto auto;
    }

    .lead-bones {
      padding: 20px 16px;
    }
  }
`;
