"""Network: who acts upon whom, as a picture and as a table."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from saksi.web.access import Reader
from saksi.web.api.asked import ADesk, AFilter
from saksi.web.drawing.graph import drawn
from saksi.web.render import page

router = APIRouter()


@router.get("/network", response_class=HTMLResponse)
def network(
    request: Request, desk: ADesk, who: Reader, wanted: AFilter, most: Annotated[int, Query(ge=2, le=200)] = 60
) -> HTMLResponse:
    """The page of the network."""
    found = desk.network(wanted, most=most)
    names = {node.id: node for node in found.nodes}
    edges = sorted(found.edges, key=lambda edge: (-edge.events, edge.source, edge.target))
    return page(
        request, "network.html", who, network=found, names=names, edges=edges, picture=drawn(found), wanted=wanted,
        most=most,
    )  # fmt: skip
