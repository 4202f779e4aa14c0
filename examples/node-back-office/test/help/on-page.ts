/** What the directory and the nomenclatures say, as pages show it: with French apostrophes. */
export const onPage = (text: string): string => text.replaceAll("'", '’');
