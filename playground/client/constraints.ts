/** What the schema demands of one field of an input, or of one argument. */
export interface FieldConstraints {
  /** The code of the error when it is not given; absent when it may be left out. */
  readonly missing?: string;
  /** The input type that it is of. */
  readonly input?: string;
  readonly isList?: boolean;
  readonly isPhoneNumber?: boolean;
  /** In UTF-16 code units. */
  readonly Size?: Bounds;
  readonly Pattern?: { readonly regexp: string };
  /** In items. */
  readonly ContainerSize?: Bounds;
  /** Of the number itself. */
  readonly Range?: Bounds;
}

export interface InputConstraints {
  /** Exactly one of the fields is given. */
  readonly oneOf: boolean;
  readonly fields: Readonly<Record<string, FieldConstraints>>;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}
