import { isBarePost, isOfficeAlone, isPost, partPost, unitOfPost } from './person-posts.js';

describe('posts before a name', () => {
  it.each([
    ['党组成员副局长张三', '张三', '党组成员副局长'],
    ['区住建局党组书记局长一级调研员李四', '李四', '区住建局党组书记局长一级调研员'],
    ['局长科长主任书记组长王五', '王五', '局长科长主任书记组长'],
  ])('are parted from it, several too: %s', (word, name, post) => {
    expect(partPost(word)).toEqual({ name, post });
  });

  // Each may be parted from the next in several ways: with as many as a cell holds nobody would see the end of it.
  it.each(['处处长', '村书记', '科长', '局长', '直接', '党组成员', '纪检组'])(
    '%s over and over is read to the end, and nobody’s name',
    (post) => {
      for (const times of [24, 10_000]) {
        for (const end of ['x', '甲乙丙丁戊', '']) {
          const word = post.repeat(times) + end;
          expect(partPost(word)).toEqual({ name: word, post: null });
          for (const asked of [isPost, isBarePost, isOfficeAlone]) expect(typeof asked(word)).toBe('boolean');
          expect(word.startsWith(unitOfPost(word))).toBe(true);
        }
      }
    },
  );
});
