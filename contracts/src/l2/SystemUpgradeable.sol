// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC1967Utils} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import {L2_COMPLEX_UPGRADER} from "../common/Constants.sol";

/// @title Upgrade door of L2 contracts that stand behind an ERC-1967 proxy
/// @dev Only ComplexUpgrader, hence only an upgrade transaction from L1. Called on the proxy; on the implementation it would change a slot nobody reads.
abstract contract SystemUpgradeable {
    // 0xe5c960ea
    error NotComplexUpgrader(address caller);

    function upgradeToAndCall(address implementation, bytes calldata data) external payable {
        if (msg.sender != L2_COMPLEX_UPGRADER) revert NotComplexUpgrader(msg.sender);
        ERC1967Utils.upgradeToAndCall(implementation, data);
    }
}
