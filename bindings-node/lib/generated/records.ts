// Generated from the declarations of the core by `make generate`: not to be edited.

export * from './days';
export * from './geography';
export * from './directory';
export * from './matching';
export * from './explaining';
export * from './coverage';
export * from './comparing';
export * from './messages';
export * from './companies';
export * from './nomenclatures';
export * from './follow-up';
export * from './deposits';
export * from './transfers';
export * from './reminders';
export * from './waves';
export * from './access';
export * from './surveys';
export * from './demand';
export * from './impact';
export * from './notifications';
export * from './words';
export * from './errors';
