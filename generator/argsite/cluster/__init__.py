"""The same work by other machines: the only home of Dask.

crew.py    sends chunks of jobs to a cluster that is there, and waits for what comes of them
hand.py    what a worker of the cluster does: it reads the site itself and does a chunk
order.py   what is sent, and how both sides know that they speak of one state of a site
"""

from argsite.cluster.crew import Cluster

__all__ = ["Cluster"]
