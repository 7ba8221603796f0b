import { css } from 'lit';

/** The form of a webcast: what a section is about on its left, its fields on its right. */
export const editStyles = css`
  section {
    display: grid;
    max-inline-size: 980px;
    grid-template-columns: minmax(0, 260px) minmax(0, 1fr);
    gap: 16px 40px;
    padding-block: 28px;
    border-block-start: 1px solid var(--line);
  }

  section:first-of-type {
    padding-block-start: 4px;
    border-block-start: 0;
  }

  .about h2 {
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .about .hint {
    margin-block-start: 4px;
    text-wrap: pretty;
  }

  .fields {
    display: grid;
    align-content: start;
    gap: 20px;
    min-inline-size: 0;
  }

  .indented {
    max-inline-size: 320px;
    margin-inline-start: 28px;
  }

  .relays {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .relays li {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }

  .relays li > .button {
    justify-self: start;
  }

  .scrolling {
    display: grid;
    gap: 4px;
    max-block-size: 220px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .picture-line {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 16px;
  }

  .picture-line .field {
    flex: 1 1 220px;
  }

  .picture {
    inline-size: 200px;
    aspect-ratio: 16 / 9;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ink-2);
    object-fit: cover;
  }

  .bar {
    position: sticky;
    inset-block-end: var(--bottom-bar, 0px);
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-inline: -28px;
    padding: 12px max(28px, calc(100% - 1008px)) 12px 28px;
    border-block-start: 1px solid var(--line);
    background: var(--ink-0);
  }

  .bar .told {
    flex: 1 1 240px;
    min-inline-size: 0;
    font-size: 14px;
    line-height: 20px;
    color: var(--text-2);
  }

  .bar .told.warn {
    color: var(--warn);
  }

  .bones {
    display: grid;
    gap: 20px;
    max-inline-size: 620px;
  }

  .bones .bone.tall {
    block-size: 36px;
  }

  .bones .bone.short {
    inline-size: 120px;
  }

  @media (width < 860px) {
    section {
      grid-template-columns: minmax(0, 1fr);
    }

    .indented {
      max-inline-size: none;
    }
  }

  @media (width < 720px) {
    .bar {
      margin-inline: -16px;
      padding: 10px 16px;
    }

    .bar .button {
      flex: 1;
      justify-content: center;
      min-block-size: 44px;
    }

    .bar .told:not(:empty) {
      flex-basis: 100%;
    }

    .bar .told:empty {
      display: none;
    }
  }
`;
