/** The closed lists of the resource types, as GraphQL names them. */
export const VISIBILITIES = ['PRIVATE', 'INSTITUTION', 'GROUP', 'MEMBERS', 'PUBLIC'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
