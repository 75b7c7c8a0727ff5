/** Industries offered first; others may be typed. Figures count by these very words. */
export const industries = [
  '危化',
  '非煤矿山',
  '工贸',
  '建筑施工',
  '燃气',
  '水域',
  '成品油',
  '森林草原防灭火',
  '防汛抗旱',
  '消防',
  '道路交通',
  '文旅',
  '教体',
] as const;
