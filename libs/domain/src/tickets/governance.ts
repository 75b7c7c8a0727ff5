/** How one ticket belongs to another; read from the first to the second (甲是乙的复发). */
export const relationTypes = ['related', 'recurrence_of', 'spread_of', 'duplicate_of'] as const;
export type RelationType = (typeof relationTypes)[number];

/** 回头看: what an inspector finds of a closed ticket. */
export const lookBackResults = ['kept', 'mostly', 'relapsed', 'not_done'] as const;
export type LookBackResult = (typeof lookBackResults)[number];

/** How a look-back chooses from the closed tickets that its filter gives. */
export const samplings = ['all', 'random', 'picked'] as const;
export type Sampling = (typeof samplings)[number];

/** Who has to answer a leader's instruction (批示). */
export const instructionAddressees = ['handler', 'head', 'coordinator'] as const;
export type InstructionAddressee = (typeof instructionAddressees)[number];
