import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** One stroke set on a grid of 20. The name for screen readers belongs to the button around it. */
function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}

const SPEAKER = svg`<path d="M3 7.8v4.4h2.8L9.5 15V5L5.8 7.8z" />`;

export const icons = {
  play: icon(svg`<path d="M6 4.2v11.6l9.6-5.8z" fill="currentColor" />`),
  pause: icon(
    svg`<path d="M5 4h3.2v12H5zM11.8 4H15v12h-3.2z" fill="currentColor" stroke="none" />`,
  ),
  back: icon(svg`<path d="M13.5 5v10L5.5 10z" fill="currentColor" stroke="none" />`),
  volume: icon(
    svg`${SPEAKER}<path d="M12.6 7.4a3.6 3.6 0 0 1 0 5.2M15 5.2a6.8 6.8 0 0 1 0 9.6" />`,
  ),
  volumeLow: icon(svg`${SPEAKER}<path d="M12.6 7.4a3.6 3.6 0 0 1 0 5.2" />`),
  muted: icon(svg`${SPEAKER}<path d="m13 8 4 4m0-4-4 4" />`),
  pip: icon(
    svg`<rect x="2.5" y="4" width="15" height="12" rx="2" /><path d="M10.5 10.5h4v3h-4z" />`,
  ),
  fullscreen: icon(svg`<path d="M11.5 3.5h5v5M16.5 3.5 11 9M8.5 16.5h-5v-5M3.5 16.5 9 11" />`),
  exitFullscreen: icon(svg`<path d="M16 9h-5V4M11 9l5.5-5.5M4 11h5v5M9 11l-5.5 5.5" />`),
  pulse: icon(svg`<path d="M2.5 10h3l2-5 4 10 2.2-5h3.8" />`),
  clock: icon(svg`<circle cx="10" cy="10" r="7" /><path d="M10 6v4l2.6 1.8" />`),
  calendar: icon(
    svg`<rect x="3" y="4.5" width="14" height="12.5" rx="2" /><path d="M3 8.5h14M7 2.8v3.4M13 2.8v3.4M10 10.8v4M8 12.8h4" />`,
  ),
  search: icon(svg`<circle cx="9" cy="9" r="5.5" /><path d="m13.2 13.2 3.8 3.8" />`),
  lock: icon(
    svg`<rect x="4" y="9" width="12" height="8" rx="2" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" />`,
  ),
  check: icon(svg`<circle cx="10" cy="10" r="7" /><path d="m7 10.2 2.1 2.1L13.2 8" />`),
  people: icon(
    svg`<circle cx="7.5" cy="7" r="2.8" /><path d="M2.5 16c.4-2.8 2.4-4.3 5-4.3s4.6 1.5 5 4.3M13 4.5a2.6 2.6 0 0 1 0 5M14.5 12c1.7.6 2.7 2 3 4" />`,
  ),
  close: icon(svg`<path d="m5.5 5.5 9 9m0-9-9 9" />`),
  plus: icon(svg`<path d="M10 4v12M4 10h12" />`),
  minus: icon(svg`<path d="M5.5 10h9" />`),
  copy: icon(
    svg`<rect x="7" y="7" width="9.5" height="9.5" rx="2" /><path d="M13 7V5.5a2 2 0 0 0-2-2H5.5a2 2 0 0 0-2 2V11a2 2 0 0 0 2 2H7" />`,
  ),
  tick: icon(svg`<path d="m4.5 10.5 3.6 3.6 7.4-8" />`),
  more: icon(svg`<path d="M4.6 10h.1M10 10h.1M15.4 10h.1" stroke-width="2.6" />`),
  previous: icon(svg`<path d="m12 5-5 5 5 5" />`),
  next: icon(svg`<path d="m8 5 5 5-5 5" />`),
  broadcast: icon(
    svg`<circle cx="10" cy="10" r="1.6" /><path d="M6.7 13.3a4.7 4.7 0 0 1 0-6.6m6.6 0a4.7 4.7 0 0 1 0 6.6M4.3 15.7a8 8 0 0 1 0-11.4m11.4 0a8 8 0 0 1 0 11.4" />`,
  ),
  film: icon(
    svg`<rect x="2.5" y="4" width="15" height="12" rx="2" /><path d="M8.5 7.6v4.8l4-2.4z" fill="currentColor" />`,
  ),
  list: icon(svg`<path d="M7 5.5h9.5M7 10h9.5M7 14.5h9.5M3.6 5.5h.1M3.6 10h.1M3.6 14.5h.1" />`),
  sliders: icon(
    svg`<path d="M3 6h7.4M15 6h2M3 14h2M9.6 14H17" /><circle cx="12.7" cy="6" r="2.3" /><circle cx="7.3" cy="14" r="2.3" />`,
  ),
  person: icon(
    svg`<circle cx="10" cy="7" r="3" /><path d="M4 16.5c.5-3 2.9-4.6 6-4.6s5.5 1.6 6 4.6" />`,
  ),
  download: icon(svg`<path d="M10 3.5v8.6m-3.6-3.4L10 12.3l3.6-3.6M4 15.8h12" />`),
  scissors: icon(
    svg`<circle cx="5.6" cy="5.8" r="2.1" /><circle cx="5.6" cy="14.2" r="2.1" /><path d="M7.4 7 16.5 14M7.4 13l9.1-7" />`,
  ),
  bin: icon(svg`<path d="M4 5.8h12M8.2 5.6V4.2h3.6v1.4M5.6 5.8l.7 10h7.4l.7-10" />`),
  offline: icon(
    svg`<path d="M3 3l14 14M4 9.5a9 9 0 0 1 3.4-2M10.4 6.6A9 9 0 0 1 16 9.5M6.8 12.6a5 5 0 0 1 3.4-1.3M10 15.6v.1" />`,
  ),
  alert: icon(svg`<path d="M10 3 2.5 16.5h15zM10 8v4M10 14.3v.1" />`),
};
