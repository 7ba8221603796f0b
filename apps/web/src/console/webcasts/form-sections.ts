import type { LiveProfile, WebcastCategory } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, choiceField, inputField, selectField, textAreaField } from '../parts/field.ts';
import { allZones, offsetText } from '../parts/zoned-time.ts';
import { MAX_REWIND_MINUTES, minutesText, type Problems } from './form-problems.ts';
import { type FieldName, startMs, type WebcastValues } from './webcast-values.ts';

/** What the sections of the form need to be drawn. */
export type FormView = {
  readonly values: WebcastValues;
  readonly problems: Problems;
  /** An encoder is connected: what decides over its picture stays as it is. */
  readonly isLocked: boolean;
  /** Whether the session is an administrator's: some fields are theirs. */
  readonly isAdmin: boolean;
  /** Null where the session may not read them. */
  readonly profiles: readonly LiveProfile[] | null;
  readonly categories: readonly WebcastCategory[] | null;
  set<Name extends FieldName>(name: Name, value: WebcastValues[Name]): void;
};

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
    'How the picture gets from the encoder to the viewers.',
    html`
      ${lockedNote(view)}
      ${checkField({
        id: 'isHeldBack',
        label: 'Nobody sees the picture until I go live',
        hint: 'You and those who may edit it see a preview; “Go live” puts it on air. Without this, it is on air as soon as the encoder sends.',
        problem: problems.isHeldBack,
        isChecked: values.isHeldBack,
        isDisabled: isLocked,
        change: (isChecked) => set('isHeldBack', isChecked),
      })}
      ${checkField({
        id: 'hasRewind',
        label: 'Viewers can pause and rewind',
        hint: 'Back to the moment of going on air, and never before it.',
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
      ${profiles === null ? nothing : profileField(view, profiles)}
    `,
  );
}

export function recordingSection(view: FormView): TemplateResult {
  const { values, problems, isLocked, set } = view;
  return section(
    'Recording',
    'A recording can be played the moment the show ends, on the same watch page.',
    html`
      ${choiceField({
        id: 'recording',
        label: 'Record',
        value: values.recording,
        problem: problems.recording,
        choices: [
          {
            value: '1',
            label: 'One recording for all shows',
            hint: 'A restart goes on in the same recording.',
            isDisabled: isLocked,
          },
          {
            value: '2',
            label: 'A recording for each show',
            hint: 'Ending and going live again begins another one.',
            isDisabled: isLocked,
          },
          { value: '0', label: 'No recording', isDisabled: isLocked },
        ],
        change: (value) => set('recording', value as WebcastValues['recording']),
      })}
      ${values.recording === '0' ? nothing : recordingOptions(view)}
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
  const { values, problems, isAdmin, set } = view;
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
      ${checkField({
        id: 'isRelayed',
        label: 'Marked for sending on to other servers',
        hint: 'Kept for integrations that read it (pushPublishEnabled). This version sends nothing on.',
        problem: problems.isRelayed,
        isChecked: values.isRelayed,
        change: (isChecked) => set('isRelayed', isChecked),
      })}
    `,
  );
}

export function section(heading: string, about: string, fields: TemplateResult): TemplateResult {
  const id = `section-${heading.toLowerCase().replaceAll(' ', '-')}`;
  return html`<section aria-labelledby=${id}>
    <div class="about">
      <h2 id=${id}>${heading}</h2>
      <p class="hint">${about}</p>
    </div>
    <div class="fields">${fields}</div>
  </section>`;
}

function recordingOptions(view: FormView): TemplateResult {
  const { values } = view;
  const isPerShow = values.recording === '2';
  return html`<fieldset>
    <legend>Recordings</legend>
    ${option(view, 'copiesPeople', 'are for the same people and categories', view.isLocked)}
    ${option(view, 'copiesDates', 'have the same start and end date')}
    ${option(view, 'copiesPicture', 'have the same picture')}
    ${option(view, 'isHiddenInLists', 'are hidden from lists', false, 'Who has the link can watch; integrations find them by the webcast.')}
    ${
      isPerShow
        ? option(
            view,
            'isArchived',
            'become entries of their own as soon as a show has ended',
            false,
            'Named after the webcast and the date of the show; shown in lists.',
          )
        : nothing
    }
    ${isPerShow && values.isArchived ? html`<div class="indented">${archiveZone(view)}</div>` : nothing}
  </fieldset>`;
}

function archiveZone({ values, set }: FormView): TemplateResult {
  return selectField({
    id: 'archiveZone',
    label: 'Time zone of the date in their names',
    value: values.archiveZone,
    options: allZones().map((zone) => ({ value: zone, label: zone })),
    change: (zone) => set('archiveZone', zone),
  });
}

function option(
  { values, problems, set }: FormView,
  name: 'copiesPeople' | 'copiesDates' | 'copiesPicture' | 'isHiddenInLists' | 'isArchived',
  label: string,
  isDisabled = false,
  hint?: string,
): TemplateResult {
  return checkField({
    id: name,
    label: `…${label}`,
    hint,
    problem: problems[name],
    isChecked: values[name],
    isDisabled,
    change: (isChecked) => set(name, isChecked),
  });
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

type TextName = {
  [Name in FieldName]: WebcastValues[Name] extends string ? Name : never;
}[FieldName];

function text(
  view: FormView,
  name: TextName,
  label: string,
  more: Partial<Parameters<typeof inputField>[0]> = {},
): TemplateResult {
  return inputField({ ...words(view, name, label), ...more });
}

function words({ values, problems, set }: FormView, name: TextName, label: string) {
  return {
    id: name,
    label,
    value: String(values[name]),
    problem: problems[name],
    input: (value: string) => set(name, value as never),
  };
}
