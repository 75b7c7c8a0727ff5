import type { ThemeConfig } from 'antd';

/**
 * One accent and neutral greys. Red, amber and green belong to the lights alone, so the library's status colours are
 * turned into ink and accent.
 */
export const palette = {
  accent: '#1d4f91',
  ink: '#1f2933',
  inkSoft: '#52606d',
  line: '#dde3ea',
  ground: '#ffffff',
  groundSoft: '#f4f6f8',
  refusal: '#6b3a1e',
} as const;

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** The library waits for the end of movements that a style sheet may only shorten; where none are wanted it begins none. */
const wantsMovement = !globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;

export const theme: ThemeConfig = {
  cssVar: { key: 'xh' },
  hashed: false,
  token: {
    motion: wantsMovement,
    colorPrimary: palette.accent,
    colorInfo: palette.accent,
    colorSuccess: palette.accent,
    colorWarning: palette.inkSoft,
    colorError: palette.refusal,
    colorLink: palette.accent,
    // Derived from seeds as dark as ours these grounds come out as mud, with text that can hardly be read on them.
    colorPrimaryBg: '#e8eff8',
    colorPrimaryBgHover: '#dbe6f3',
    colorPrimaryBorder: '#b9cce4',
    colorPrimaryBorderHover: '#8fadd2',
    colorInfoBg: '#eff4fa',
    colorInfoBgHover: '#e3ecf6',
    colorInfoBorder: '#b9cce4',
    colorSuccessBg: '#eff4fa',
    colorSuccessBgHover: '#e3ecf6',
    colorSuccessBorder: '#b9cce4',
    colorWarningBg: '#f4f6f8',
    colorWarningBgHover: '#eaeef2',
    colorWarningBorder: '#c5ced8',
    colorErrorBg: '#fbf3ee',
    colorErrorBgHover: '#f6e8df',
    colorErrorBorder: '#d3a98f',
    colorErrorBorderHover: '#b98a6d',
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: '#616e7c',
    colorTextDescription: '#52606d',
    colorTextPlaceholder: '#6b7785',
    colorBorder: '#c5ced8',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.groundSoft,
    fontFamily,
    fontSize: 14,
    lineHeight: 1.6,
    borderRadius: 4,
    controlHeight: 32,
    wireframe: false,
    boxShadowSecondary: '0 6px 20px rgba(15, 30, 50, 0.14)',
  },
  components: {
    Badge: { colorError: palette.accent },
    Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Drawer: { paddingLG: 20 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Modal: { titleFontSize: 16 },
    Tabs: { horizontalItemPadding: '10px 0' },
    Tooltip: { colorBgSpotlight: '#2b3744' },
  },
};
