"""Code for a process of its own: grimp's import graph of one top-level package, which is located and never imported."""

BUILD = """
import sys
import grimp

folder, package = sys.argv[1:3]
if "." in package:
    # grimp imports the parents of a dotted name to find it, which would run the code that is to be read.
    sys.exit("give a top-level package")
sys.path.append(folder)
graph = grimp.build_graph(package, cache_dir=None)
assert package not in sys.modules, "it was imported"
"""

PRINT = """
import json

edges = [
    [importer, imported]
    for importer in sorted(graph.modules)
    for imported in sorted(graph.find_modules_directly_imported_by(importer))
]
print(json.dumps({"modules": sorted(graph.modules), "edges": edges}))
"""

COUNT = """
print(len(graph.modules))
"""
