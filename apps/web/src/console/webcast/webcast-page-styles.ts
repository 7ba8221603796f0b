import { css } from 'lit';

/** Picture and health left, cards right; one column where there is no room for two. */
export const webcastPageStyles = css`
  :host {
    display: block;
  }

  .head-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }

  .button.live {
    min-inline-size: 92px;
    justify-content: center;
  }

  /* Nothing is on air by pressing it now: not red. */
  .button.live.waits {
    background: var(--ink-2);
    color: var(--text-2);
    opacity: 1;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 17fr) minmax(320px, 12fr);
    gap: 20px;
    align-items: start;
  }

  .main,
  .rail {
    display: grid;
    gap: 18px;
    min-inline-size: 0;
  }

  .rail > [hidden] {
    display: none;
  }

  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 18px;
  }

  .bones {
    display: grid;
    gap: 14px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }

  .bones .bone:first-child {
    inline-size: 40%;
  }

  @media (width < 1080px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (width < 720px) {
    .head-actions {
      inline-size: 100%;
    }

    .head-actions > * {
      flex: 1;
      justify-content: center;
    }

    .button {
      min-block-size: 44px;
    }

    /* Before the encoder comes, its address matters and its health does not. */
    .columns,
    .main,
    .rail {
      gap: 14px;
    }

    .columns[data-waits] .main {
      display: contents;
    }

    .columns[data-waits] webcast-stage {
      order: 0;
    }

    .columns[data-waits] .rail {
      order: 1;
    }

    .columns[data-waits] webcast-health {
      order: 2;
    }
  }
`;
