import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested, type ValidationOptions } from 'class-validator';

/**
 * A part of a body with fields of its own, or with `each` a list of them. A list in the place of one would pass: the
 * validator looks into its elements only, and takes those of a list within a list as they are.
 */
export const Part = (type: () => new () => object, options: ValidationOptions = {}) =>
  applyDecorators(IsObject(options), ValidateNested(options), Type(type));
