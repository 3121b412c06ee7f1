"""The preview: a site in the browser while it is being written.

    watch.py       which files changed
    preview.py     the last good site, and what is wrong with what came after it
    news.py        what the terminal is told
    sources.py     a name for one state of content and theme: equal where nothing changed
    session.py     changes in, rebuilt site and news out
    guard.py       which requests are answered at all
    answers.py     what a request for a file of the site gets
    live.py        the script in every page that reloads it and shows what is wrong
    channel.py     the stream of events that this script listens to
    app.py         all of these as one ASGI application
    limits.py      how many connections and files there may be, and how long a client may take
    connection.py  one connection, which ends whatever comes in
    port.py        the address that the preview is at
    server.py      uvicorn, Ctrl-C, and all of these at work

A rebuild makes no page but those that are looked at. Others are made when a browser asks for them
(`pages/shelf.py`), in one thread, as Graphviz demands; another thread reads what was changed.
"""

from argsite.serve.news import News
from argsite.serve.port import Port, open_port
from argsite.serve.server import Voice, serve

__all__ = ["News", "Port", "Voice", "open_port", "serve"]
