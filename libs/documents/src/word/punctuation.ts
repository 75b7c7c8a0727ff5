/**
 * LibreOffice reads this switch the wrong way round: 1, which is Word's own default, ends the hanging of punctuation there.
 * Left out, a comma that hangs over the end of a justified line is lost in print now and then.
 */
export const punctuationKept = '<w:overflowPunct w:val="1"/>';
