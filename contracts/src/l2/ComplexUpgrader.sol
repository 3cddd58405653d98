// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {L2_FORCE_DEPLOYER} from "../common/Constants.sol";
import {IComplexUpgrader} from "../interfaces/IComplexUpgrader.sol";

contract ComplexUpgrader is IComplexUpgrader {
    /// @inheritdoc IComplexUpgrader
    function upgrade(address delegateTo, bytes calldata data) external payable {
        if (msg.sender != L2_FORCE_DEPLOYER) revert Unauthorized(msg.sender);
        if (delegateTo.code.length == 0) revert AddressHasNoCode(delegateTo);
        Address.functionDelegateCall(delegateTo, data);
    }
}
