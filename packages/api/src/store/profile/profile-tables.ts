/**
 * Tables of conversion profiles, configurations and widgets. Account 0 owns what every account sees. `properties` holds
 * what a client has set and no column holds.
 */
export type ProfileTables = {
  account_seed: AccountSeedTable;
  flavor_params: FlavorParamsTable;
  conversion_profile: ConversionProfileTable;
  conversion_profile_flavor: ConversionProfileFlavorTable;
  access_control_profile: AccessControlProfileTable;
  ui_conf: UiConfTable;
  widget: WidgetTable;
};

/** Which beginnings an account was given, so that what it deletes stays deleted. */
export type AccountSeedTable = { partner_id: number; seed: string; made_at_ms: number };

export type FlavorParamsTable = {
  id: number;
  partner_id: number;
  /** The API's type: KalturaLiveParams, KalturaImageFlavorParams... */
  object_type: string;
  system_name: string;
  tags: string;
  format: string;
  is_deleted: number;
  created_at_ms: number;
  revision: number;
  properties: string;
};

export type ConversionProfileTable = {
  id: number;
  partner_id: number;
  /** 1 media, 2 live. */
  type: string;
  /** 1 disabled, 2 enabled, 3 deleted. */
  status: string;
  name: string;
  /** Null where it has none: only names are unique. */
  system_name: string | null;
  tags_folded: string;
  default_entry_id: string;
  /** One of a type at most. */
  is_default: number;
  created_at_ms: number;
  revision: number;
  properties: string;
};

/** Which flavors a profile has, in which order, and how it uses them. */
export type ConversionProfileFlavorTable = {
  conversion_profile_id: number;
  flavor_params_id: number;
  partner_id: number;
  position: number;
  origin: number;
  ready_behavior: number;
  system_name: string;
  revision: number;
  properties: string;
};

export type AccessControlProfileTable = {
  id: number;
  partner_id: number;
  name: string;
  system_name: string;
  description: string;
  is_default: number;
  created_at_ms: number;
  updated_at_ms: number;
};

export type UiConfTable = {
  id: number;
  partner_id: number;
  name: string;
  name_folded: string;
  obj_type: number;
  creation_mode: number;
  tags_folded: string;
  partner_tags_folded: string;
  /** The interface's own version, as far as it has one. */
  swf_url_version: string;
  /** Of the page or script that it configures. */
  address: string;
  /** The revision as text: clients look for parts of it. */
  version: string;
  is_template: number;
  is_deleted: number;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  properties: string;
};

export type WidgetTable = {
  id: string;
  partner_id: number;
  source_widget_id: string;
  root_widget_id: string;
  entry_id: string;
  ui_conf_id: number | null;
  partner_data_folded: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
  properties: string;
};
