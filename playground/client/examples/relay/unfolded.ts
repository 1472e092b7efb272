/**
 * The union that Relay has folded into one type. Where an operation selects an interface beside the members of a union, Relay
 * writes all their fields into one type, each optional; here every member has its own again, and none is optional. True as
 * long as a field that several members have is selected in each of them.
 */
export type Unfolded<Folded, Member extends { readonly __typename: string }> = Member extends unknown
  ? { readonly __typename: Member['__typename'] } & {
      readonly [Field in Exclude<keyof Folded & keyof Member, '__typename'>]: Exclude<Folded[Field], undefined>;
    }
  : never;
