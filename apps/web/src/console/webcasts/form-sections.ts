import { allZones, offsetText } from '@rostrum/contracts';
import type { LiveProfile, WebcastCategory } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, selectField, textAreaField } from '../parts/field.ts';
import { MAX_REWIND_MINUTES, minutesText } from './form-problems.ts';
import { type FormView, section, text, words } from './form-view.ts';
import { startMs } from './webcast-values.ts';

export function whatSection(view: FormView): TemplateResult {
  return section(
    'What it is',
    'Viewers read this before, during and after the show.',
    html`
      ${text(view, 'name', 'Name', { isRequired: true })}
      ${textAreaField({ ...words(view, 'description', 'Description'), isOptional: true, rows: 4 })}
      ${text(view, 'tags', 'Tags', {
        isOptional: true,
        hint: 'Words to find it by, separated by commas.',
      })}
    `,
  );
}

export function whenSection(view: FormView): TemplateResult {
  const { values, set } = view;
  const moment = startMs(values) ?? Date.now();
  return section(
    'When',
    'The watch page counts down to the start. Nothing goes on air or off it by itself.',
    html`
      <div class="two">
        ${text(view, 'start', 'Start', { type: 'datetime-local', isOptional: true })}
        ${text(view, 'end', 'End', { type: 'datetime-local', isOptional: true })}
      </div>
      ${selectField({
        id: 'zone',
        label: 'Time zone',
        value: values.zone,
        options: allZones().map((zone) => ({
          value: zone,
          label: zone === values.zone ? zoneLabel(zone, moment) : zone,
        })),
        hint: 'Of the two times above. Viewers see them by their own clocks.',
        change: (zone) => set('zone', zone),
      })}
    `,
  );
}

export function airSection(view: FormView): TemplateResult {
  const { values, problems, profiles, isLocked, set } = view;
  return section(
    'Going live',
    values.source === 'outside'
      ? 'How the picture gets to the viewers.'
      : 'How the picture gets from the encoder to the viewers.',
    html`
      ${lockedNote(view)}
      ${checkField({
        id: 'isHeldBack',
        label: 'Nobody sees the picture until I go live',
        hint: 'You and those who may edit it see a preview; “Go live” puts it on air. Without this, it is on air as soon as it is there.',
        problem: problems.isHeldBack,
        isChecked: values.isHeldBack,
        isDisabled: isLocked,
        change: (isChecked) => set('isHeldBack', isChecked),
      })}
      ${checkField({
        id: 'hasRewind',
        label: 'Viewers can pause and rewind',
        hint:
          values.source === 'outside'
            ? 'As far as its own playlist goes back.'
            : 'Back to the moment of going on air, and never before it.',
        problem: problems.hasRewind,
        isChecked: values.hasRewind,
        isDisabled: isLocked,
        change: (isChecked) => set('hasRewind', isChecked),
      })}
      ${
        values.hasRewind
          ? html`<div class="indented">
              ${text(view, 'rewindMinutes', 'How far back, in minutes', {
                inputmode: 'numeric',
                isDisabled: isLocked,
                hint: minutesText(values.rewindMinutes) || `At most ${MAX_REWIND_MINUTES}, a day.`,
              })}
            </div>`
          : nothing
      }
      ${profiles === null || values.source === 'outside' ? nothing : profileField(view, profiles)}
    `,
  );
}

export function peopleSection(view: FormView): TemplateResult {
  const { categories } = view;
  return section(
    'People',
    'User ids as your application sends them, separated by commas.',
    html`
      ${text(view, 'editors', 'May edit and go live', { isOptional: true })}
      ${text(view, 'presenters', 'May present', {
        isOptional: true,
        hint: 'They see where the encoder connects.',
      })}
      ${text(view, 'viewers', 'May always watch', {
        isOptional: true,
        hint: 'Whatever the categories below say.',
      })}
      ${categories === null || categories.length === 0 ? nothing : categoryChoice(view, categories)}
    `,
  );
}

export function advancedSection(view: FormView): TemplateResult {
  const { isAdmin } = view;
  return section(
    'For integrations',
    'What your own application may want to set or to find it by.',
    html`
      ${text(view, 'referenceId', 'Reference id', {
        isOptional: true,
        hint: 'An id of your own.',
      })}
      ${text(view, 'adminTags', 'Admin tags', {
        isOptional: true,
        isDisabled: !isAdmin,
        hint: isAdmin
          ? 'For your application only, separated by commas: viewers never see them.'
          : 'Only administrators set them.',
      })}
    `,
  );
}

function profileField(
  { values, problems, isLocked, set }: FormView,
  profiles: readonly LiveProfile[],
): TemplateResult {
  const known = profiles.some(({ id }) => String(id) === values.profileId);
  const chosen = known
    ? values.profileId
    : values.profileId || String(profiles.find(({ isDefault }) => isDefault)?.id ?? '');
  return selectField({
    id: 'profileId',
    label: 'Renditions',
    value: chosen,
    options: [
      ...profiles.map(({ id, name, isDefault }) => ({
        value: String(id),
        label: isDefault ? `${name} (the account’s default)` : name,
      })),
      // One that is disabled or gone stays with the webcast until another is chosen.
      ...(known || values.profileId === ''
        ? []
        : [{ value: values.profileId, label: `Profile ${values.profileId}` }]),
    ],
    hint: 'This version passes on what the encoder sends, whatever the profile says.',
    problem: problems.profileId,
    isDisabled: isLocked,
    change: (value) => set('profileId', value),
  });
}

function categoryChoice(
  { values, problems, set }: FormView,
  categories: readonly WebcastCategory[],
): TemplateResult {
  const chosen = new Set(values.categoryIds);
  const change = (id: string, isChecked: boolean) =>
    set('categoryIds', isChecked ? [...chosen, id] : [...chosen].filter((each) => each !== id));
  return html`<fieldset>
    <legend>Categories <span class="optional">optional</span></legend>
    <div class="scrolling">
      ${categories.map(({ id, fullName }) =>
        checkField({
          id: `category-${id}`,
          label: fullName.replaceAll('>', ' › '),
          isChecked: chosen.has(String(id)),
          change: (isChecked) => change(String(id), isChecked),
        }),
      )}
    </div>
    ${problems.categoryIds === undefined ? nothing : html`<p class="problem">${problems.categoryIds}</p>`}
  </fieldset>`;
}

function zoneLabel(zone: string, moment: number): string {
  const offset = offsetText(moment, zone);
  return offset === zone ? zone : `${zone} (${offset})`;
}

function lockedNote({ isLocked }: FormView) {
  if (!isLocked) return nothing;
  return html`<p class="box">
    An encoder is connected. What decides over its picture and its recording can change when it has
    gone.
  </p>`;
}
