export { Compiler } from './compiler.js';
export { compiledAnswer } from './compiled.js';
export { readAnswer } from './answer.js';
export { defineDiscriminator, defineField, type FieldContext } from './registry.js';
export { instantSql } from './instant.sql.js';
export { literal, Statement } from './statement.js';
export { descend, type Place } from './selection.js';
export { placeOf } from './typed-place.js';
