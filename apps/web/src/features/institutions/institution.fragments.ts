/** What the page of an institution asks. */
export const INSTITUTION_PROFILE = `
fragment InstitutionProfile on Institution { slug name country region sizeBand type standing isFictional }`;
