/** Tables of categories, of what is in them and who belongs to them, and of whom entries name. */
export type CategoryTables = {
  entitled_user: EntitledUserTable;
  category: CategoryTable;
  category_entry: CategoryEntryTable;
  category_user: CategoryUserTable;
  /** Grows with every change of an account's categories: two that change the same tree can't both win. */
  category_tree: { partner_id: number; revision: number };
};

/** Who an entry names besides its owner. */
export type EntitledUserTable = {
  entry_id: string;
  user_id: string;
  partner_id: number;
  may: 'edit' | 'publish' | 'view';
};

/** Columns after `name` up to `inherits_members_of` follow from the place in the tree. */
export type CategoryTable = {
  id: number;
  partner_id: number;
  /** 0 at the top. */
  parent_id: number;
  name: string;
  name_folded: string;
  depth: number;
  full_name: string;
  full_name_folded: string;
  /** `12>345`. */
  full_ids: string;
  /** Own and from above, each between commas: `,web,intranet,`; empty for none. */
  privacy_contexts: string;
  /** The category whose members these are: this one, or one above. */
  members_of: number;
  owner: string | null;
  default_permission_level: number;
  privacy_context: string;
  privacy: number;
  inheritance_type: number;
  appear_in_list: number;
  contribution_policy: number;
  moderation: number;
  reference_id: string | null;
  tags_folded: string;
  /** Name, tags, description and reference id, to be searched at once. */
  text_folded: string;
  partner_sort_value: number | null;
  created_at_ms: number;
  updated_at_ms: number;
  /** What is only kept and given back. */
  properties: string;
};

export type CategoryEntryTable = {
  entry_id: string;
  category_id: number;
  partner_id: number;
  /** 1 pending, 2 active, 4 rejected. */
  status: number;
  creator_user_id: string;
  created_at_ms: number;
};

export type CategoryUserTable = {
  category_id: number;
  user_id: string;
  partner_id: number;
  permission_level: number;
  /** Each between commas. */
  permission_names: string;
  /** 1: one of the permissions is to view. */
  may_view: number;
  /** 1: one of the permissions is to approve entries. */
  may_moderate: number;
  /** 1 active, 2 pending, 3 not active. */
  status: number;
  update_method: number;
  created_at_ms: number;
  updated_at_ms: number;
};
