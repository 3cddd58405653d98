// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AddressAliasHelper} from "../../src/common/AddressAliasHelper.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {vm as coreVm} from "../core/Vm.sol";
import {L2Fixture} from "./L2Fixture.sol";

/// @title Gas of the bridge on L2, kept in snapshots/l2.json
/// @dev Each call is a transaction of its own. The older shape of a deposit is what the SDKs estimate with, the newer is
/// what L1 sends: an estimate of the one has to cover the other.
/// forge-config: default.isolate = true
contract L2GasTest is L2Fixture {
    uint256 private constant L1 = 9;
    address private constant L1_ROUTER = address(0xABcdEFABcdEFabcdEfAbCdefabcdeFABcDEFabCD);
    address private constant L1_TOKEN = address(0x7011701170117011701170117011701170117011);
    address private constant ALICE = address(0xA11cea11CEA11CEA11cEa11CeA11ceA11CEA11Ce);

    function setUp() public {
        vm.chainId(270);
        placeL2(L1, L1_ROUTER, AssetId.ofEther(L1));
    }

    function _new(uint256 amount) private {
        bytes memory metadata =
            bytes.concat(hex"01", abi.encode(L1, abi.encode("Token"), abi.encode("TOK"), abi.encode(uint256(6))));
        bytes memory transfer = abi.encode(ALICE, ALICE, L1_TOKEN, amount, metadata);
        bytes32 id = AssetId.ofToken(L1, L1_TOKEN);
        vm.prank(AddressAliasHelper.applyL1ToL2Alias(L1_ROUTER));
        l2Router.finalizeDeposit(L1, id, transfer);
    }

    function _old(uint256 amount) private {
        bytes memory data = abi.encode(abi.encode("Token"), abi.encode("TOK"), abi.encode(uint256(6)));
        vm.prank(AddressAliasHelper.applyL1ToL2Alias(L1_ROUTER));
        l2Router.finalizeDeposit(ALICE, ALICE, L1_TOKEN, amount, data);
    }

    function test_newShape() public {
        _new(1e18);
        coreVm.snapshotGasLastCall("l2", "first deposit of a token");
        _new(1e18);
        coreVm.snapshotGasLastCall("l2", "deposit of a token");
        address token = l2Router.l2TokenAddress(L1_TOKEN);
        vm.prank(ALICE);
        l2Router.withdraw(ALICE, token, 1e18);
        coreVm.snapshotGasLastCall("l2", "withdrawal of a token");
    }

    function test_oldShape() public {
        _old(1e18);
        coreVm.snapshotGasLastCall("l2", "first deposit of a token, as estimated");
        _old(1e18);
        coreVm.snapshotGasLastCall("l2", "deposit of a token, as estimated");
    }

    function test_baseToken() public {
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        baseToken.withdraw{value: 0.5 ether}(ALICE);
        coreVm.snapshotGasLastCall("l2", "withdrawal of the base token");
    }
}
