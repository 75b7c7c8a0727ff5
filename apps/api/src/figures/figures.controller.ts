import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { figureTable, type Figure } from '@xiaohao/domain';
import { figureGapTexts } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import {
  figureDefinitions,
  FigureDefinitionService,
  figureMeaning,
  figureOf,
  listFields,
  listNames,
  reportWordTable,
  type OwnFigureView,
} from '@xiaohao/reports';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Once } from '../once.interceptor.js';
import { definitionOf, FigureChangeDto, FigurePreviewQueryDto, NewFigureDto } from './figure-input.dto.js';
import { FigureDto, FigurePreviewDto, FigureTableDto, FigureVersionDto } from './figure-view.dto.js';

/** Figures of reports: what each counts, and those the bureau defines itself. */
@ApiTags('reports')
@Controller('figures')
export class FiguresController {
  constructor(@Inject(FigureDefinitionService) private readonly definitions: FigureDefinitionService) {}

  /** Every word a template may use; of the bureau's own figures those given up too. */
  @Allow('report.read')
  @Get()
  @ApiOkResponse({ type: FigureTableDto })
  async list(): Promise<FigureTableDto> {
    return {
      figures: [...figureTable.map(builtInView), ...(await this.definitions.list()).map(ownView)],
      words: [...reportWordTable],
      lists: [...listNames],
      listFields: [...listFields],
    };
  }

  @Allow('figure.edit')
  @Once()
  @Post()
  @ApiCreatedResponse({ type: FigureDto })
  async create(@CurrentActor() actor: Actor, @Body() { key, definition, ...draft }: NewFigureDto): Promise<FigureDto> {
    return ownView(
      await this.definitions.create(actor, key ?? null, { ...draft, definition: definitionOf(definition) }),
    );
  }

  /** What a definition counts in a period, before it is saved; nothing is kept. */
  @Allow('figure.edit')
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ type: FigurePreviewDto })
  async preview(
    @CurrentActor() actor: Actor,
    @Body() { definition, unit, nature, limit, cursor, ...place }: FigurePreviewQueryDto,
  ): Promise<FigurePreviewDto> {
    const draft = { unit, nature, definition: definitionOf(definition) };
    const found = await this.definitions.preview(actor, { draft, ...place }, { limit, after: cursor ?? null });
    return { ...found, gapText: found.gap && figureGapTexts[found.gap][0] };
  }

  /** A change makes the next version; reports built before keep theirs. */
  @Allow('figure.edit')
  @Put(':key')
  @ApiOkResponse({ type: FigureDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Body() { version, definition, ...change }: FigureChangeDto,
  ): Promise<FigureDto> {
    const draft = { ...change, ...(definition ? { definition: definitionOf(definition) } : {}) };
    return ownView(await this.definitions.update(actor, key, version, draft));
  }

  /** The latest first, each with what it changed. */
  @Allow('report.read')
  @Get(':key/versions')
  @ApiOkResponse({ type: [FigureVersionDto] })
  async versions(@Param('key') key: string): Promise<FigureVersionDto[]> {
    const versions = await this.definitions.versions(key);
    return versions.map((version) => ({ ...ownView(version), reason: version.reason, changes: version.changes }));
  }
}

function builtInView(figure: Figure): FigureDto {
  const { display: _, ...facts } = figure;
  return {
    ...facts,
    meaning: figureMeaning(figure.key, null),
    tag: tagOf(figure),
    builtIn: true,
    definition: figureDefinitions[figure.key] ?? null,
    version: null,
    owner: null,
    cardPeriod: null,
    retired: false,
    updatedBy: null,
    updatedAt: null,
  };
}

function ownView(row: OwnFigureView): FigureDto {
  const figure = figureOf(row);
  const { display: _, ...facts } = figure;
  const { meaning, definition, version, owner, cardPeriod, retired, updatedBy, updatedAt } = row;
  return {
    ...facts,
    tag: tagOf(figure),
    builtIn: false,
    meaning,
    definition,
    version,
    owner,
    cardPeriod,
    retired,
    updatedBy,
    updatedAt,
  };
}

/** `{publicity_leaflets|万余}`: a fuzz word that follows a scale is written with it. */
function tagOf({ key, display: { scale, fuzz, decimals } }: Figure): string {
  const words = scale && fuzz && fuzz !== '约' ? [`${scale}${fuzz}`] : [scale, fuzz];
  return `{${[key, ...words, decimals].filter((word) => word !== undefined).join('|')}}`;
}
