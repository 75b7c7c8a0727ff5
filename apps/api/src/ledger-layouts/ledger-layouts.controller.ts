import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import { layoutChoices, layoutLimitBytes, OwnLayoutService, type OwnLayout } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { Allow, CurrentActor } from '../auth/allow.js';
import { checkFields, readFileForm } from '../imports/file-form.js';
import { TicketId } from '../tickets/ticket-id.pipe.js';
import {
  LayoutEditDto,
  LayoutReadingDto,
  LayoutUploadDto,
  LedgerLayoutDto,
  NewLayoutDto,
} from './ledger-layouts.dto.js';

const file = { type: 'string', format: 'binary' };
const upload = { file, kind: { type: 'string' }, headerRows: { type: 'string' } };

/** The bureau's own layouts of exported ledgers; each office keeps those of its own kinds. */
@ApiTags('exports')
@Controller('ledger-layouts')
export class LedgerLayoutsController {
  constructor(@Inject(OwnLayoutService) private readonly layouts: OwnLayoutService) {}

  @Allow('ticket.export')
  @Get()
  @ApiOkResponse({ type: [LedgerLayoutDto] })
  async list(): Promise<LedgerLayoutDto[]> {
    return (await this.layouts.list()).map(viewOf);
  }

  /** What the workbook would become; nothing is kept. */
  @Allow('source.edit')
  @Post('reading')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file', 'kind'], properties: upload } })
  @ApiOkResponse({ type: LayoutReadingDto })
  async read(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<LayoutReadingDto> {
    const form = await readFileForm(request, layoutLimitBytes);
    const fields = await checkFields(LayoutUploadDto, form.fields);
    const {
      form: read,
      title,
      notes,
      choices,
    } = await this.layouts.read(actor, { ...fields, file: form.file.content });
    const { first, last } = read.headingRows;
    const headerRows = first === last ? [first] : [first, last];
    return { sheet: read.sheet, title, headerRows, columns: columnsOf(read), notes, choices };
  }

  @Allow('source.edit')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'kind', 'name'],
      properties: { ...upload, name: { type: 'string' }, fields: { type: 'string' } },
    },
  })
  @ApiCreatedResponse({ type: LedgerLayoutDto })
  async keep(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<LedgerLayoutDto> {
    const form = await readFileForm(request, layoutLimitBytes);
    const { name, fields, ...stated } = await checkFields(NewLayoutDto, form.fields);
    const layout = { ...stated, file: form.file.content, name: name.trim(), fields: chosenFields(fields) };
    return viewOf(await this.layouts.keep(actor, layout));
  }

  /** Its name and what fills its columns. */
  @Allow('source.edit')
  @Patch(':id')
  @ApiOkResponse({ type: LedgerLayoutDto })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', TicketId) id: string,
    @Body() { version, name, fields }: LayoutEditDto,
  ): Promise<LedgerLayoutDto> {
    const chosen = Object.fromEntries((fields ?? []).map(({ column, field }) => [column, field]));
    const edit = { ...(name !== undefined && { name: name.trim() }), fields: chosen };
    return viewOf(await this.layouts.edit(actor, id, version, edit));
  }

  @Allow('source.edit')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', TicketId) id: string): Promise<void> {
    return this.layouts.remove(actor, id);
  }
}

function viewOf({ form, ...layout }: OwnLayout): LedgerLayoutDto {
  return { ...layout, columns: columnsOf(form), paper: form.paper, choices: layoutChoices(layout.kind) };
}

function columnsOf({ columns }: OwnLayout['form']): LedgerLayoutDto['columns'] {
  return columns.map(({ letters, heading, group, width, field, understood }) => {
    return { letters, heading, group, width, field, understood };
  });
}

function chosenFields(json: string | undefined): Record<string, string> {
  if (json === undefined) return {};
  const wrong = () => new AppError('malformed', { what: 'fields' });
  let chosen: unknown;
  try {
    chosen = JSON.parse(json);
  } catch {
    throw wrong();
  }
  if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen)) throw wrong();
  if (Object.values(chosen).some((field) => typeof field !== 'string')) throw wrong();
  return chosen as Record<string, string>;
}
