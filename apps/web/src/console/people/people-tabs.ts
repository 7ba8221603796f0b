import { css, html, type TemplateResult } from 'lit';

/** People, and the roles that they have. */
export function peopleTabs(shown: 'people' | 'roles'): TemplateResult {
  const tab = (name: typeof shown, path: string, label: string) =>
    html`<a href=${path} aria-current=${name === shown ? 'page' : 'false'} class=${name === shown ? 'shown' : ''}
      >${label}</a
    >`;
  return html`<nav class="tabs" aria-label="People and roles">
    ${tab('people', '/console/people', 'People')} ${tab('roles', '/console/people/roles', 'Roles')}
  </nav>`;
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    margin-block: -8px 20px;
    border-block-end: 1px solid var(--line);
  }

  .tabs a {
    margin-block-end: -1px;
    padding: 8px 12px;
    border-block-end: 2px solid transparent;
    font-size: 14px;
    line-height: 20px;
    font-weight: 500;
    color: var(--text-2);
    text-decoration: none;
    border-radius: 4px 4px 0 0;
  }

  .tabs a:hover {
    color: var(--text);
  }

  .tabs a.shown {
    border-block-end-color: var(--text);
    color: var(--text);
    font-weight: 600;
  }
`;
