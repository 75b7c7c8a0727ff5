import type { FigureSource } from '@xiaohao/domain';

export interface LearnedProposal {
  key: string;
  name: string;
  source: FigureSource;
  /** 0 to 1. */
  confidence: number;
  why: string;
}

export interface LearnedPlace {
  /** From 1, in reading order. */
  index: number;
  paragraph: number;
  /** Where the star or the digits stand in the paragraph's text. */
  start: number;
  end: number;
  /** The words around it, the place itself between 【】. */
  context: string;
  found: string;
  unit: string;
  scale: number;
  fuzz: string;
  proposals: LearnedProposal[];
  /** An earlier place that means the same figure in another unit or scale, or any with another value told more surely. */
  conflictsWith: number | null;
}
